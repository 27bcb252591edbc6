/** What somebody typed or chose before the questions of a page were awake: it is told to them once they are. */

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isTicked = (box: Box): box is HTMLInputElement =>
  box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio');

const chosenFirst = (box: HTMLSelectElement): string =>
  [...box.options].find((option) => option.defaultSelected)?.value ?? box.options[0]?.value ?? '';

/** As the page came. */
const firstOf = (box: Box): string => (box instanceof HTMLSelectElement ? chosenFirst(box) : box.defaultValue);

/** Takes the place where questions stand, before they wake; gives what tells them, to be called when they are awake. */
export const typedBefore = (place: HTMLElement): (() => void) => {
  const boxes = [...place.querySelectorAll<Box>('input, textarea, select')];
  const ticked = boxes.filter(isTicked).filter((box) => box.checked && !box.defaultChecked);
  const typed = boxes
    .filter((box) => !isTicked(box) && box.type !== 'file' && box.type !== 'hidden')
    .map((box) => ({ box, first: firstOf(box), value: box.value }))
    .filter(({ first, value }) => value !== first);
  return () => {
    for (const box of ticked) {
      box.checked = false;
      box.click();
    }
    for (const { box, first, value } of typed) {
      // React looks at what it last knew: that is what the page came with, and then somebody types.
      box.value = first;
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, value);
      box.dispatchEvent(new Event(box instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    }
  };
};
