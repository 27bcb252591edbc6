/** The fields that the server put into every form as the page went out, of which the questions' own markup knows nothing. */
const fields = ['_csrf', '_page'].map((name) => `form > input[type="hidden"][name="${name}"]`).join(', ');

/** Takes them out, so that what is woken finds what it would have made itself; gives what puts them back. */
export const proofAside = (place: HTMLElement): (() => void) => {
  const taken = [...place.querySelectorAll<HTMLInputElement>(fields)];
  for (const field of taken) field.remove();
  return () => place.querySelector('form')?.prepend(...taken);
};
