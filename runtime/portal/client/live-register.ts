/**
 * A register sooner: what somebody's marks would cause is asked of the server as they are made, and figures on the keyboard
 * mark the person whose line has the focus and go on to the next. The page does all of it without this, on its button.
 */
const quiet = 250;

/** Takes over every register of the page. */
export const liveRegister = (): void => {
  for (const list of document.querySelectorAll<HTMLElement>('[data-register]')) {
    const form = list.closest('form');
    if (!form) continue;
    const soon = new Map<string, number>();
    list.addEventListener('input', (event) => {
      const person = personOf(event.target);
      const ref = person?.dataset.person;
      if (!person || ref === undefined) return;
      window.clearTimeout(soon.get(ref));
      soon.set(
        ref,
        window.setTimeout(() => void ask(form, person, ref), quiet),
      );
    });
    list.addEventListener('keydown', (event) => markByFigure(list, event));
  }
};

const personOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-person]') : null;

/** The latest asking of each person: an earlier answer that comes later is not shown. */
const asked = new Map<string, number>();

const ask = async (form: HTMLFormElement, person: HTMLElement, ref: string): Promise<void> => {
  const turn = (asked.get(ref) ?? 0) + 1;
  asked.set(ref, turn);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const isOther = name.startsWith('people[') && !name.startsWith(`people[${ref}]`);
    if (!isOther && typeof value === 'string') body.append(name, value);
  }
  body.set('act', 'part');
  body.set('only', ref);
  try {
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error' });
    if (!answer.ok || asked.get(ref) !== turn) return;
    const made = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-causes]');
    const place = person.querySelector('[data-causes]');
    if (!made || !place) return;
    place.replaceWith(document.adoptNode(made));
    tell(made.textContent ?? '');
  } catch {
    // Without an answer the page is as it is without a script: its button asks for all of them.
  }
};

/** Said to whoever does not see it, once the writing has come to rest. */
const tell = (words: string): void => {
  const said = document.getElementById('said');
  if (said) said.textContent = words;
};

const markByFigure = (list: HTMLElement, event: KeyboardEvent): void => {
  const at = event.target;
  if (!(at instanceof HTMLInputElement) || at.type !== 'radio' || event.ctrlKey || event.altKey || event.metaKey)
    return;
  const figure = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
  const radios = at.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  const chosen = figure === 0 ? undefined : radios?.[figure - 1];
  if (!chosen) return;
  event.preventDefault();
  chosen.checked = true;
  chosen.dispatchEvent(new Event('input', { bubbles: true }));
  const people = [...list.querySelectorAll<HTMLElement>('[data-person]')];
  const next = people
    .slice(people.findIndex((one) => one.contains(chosen)) + 1)
    .flatMap((one) => one.querySelector<HTMLInputElement>('input[type="radio"]') ?? [])[0];
  (next ?? chosen).focus();
};
