/**
 * What somebody typed or chose before the questions of a page were awake, or before he was signed out: then the server has
 * put it back and marked it. It is told to the questions once they are awake.
 */

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isTicked = (box: Box): box is HTMLInputElement =>
  box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio');

const chosenFirst = (box: HTMLSelectElement): string =>
  [...box.options].find((option) => option.defaultSelected)?.value ?? box.options[0]?.value ?? '';

const isPutBack = (box: Box): boolean => box.dataset.kept !== undefined;

/** As the page came; of what was put back anything else than that, as the questions know nothing of it. */
const firstOf = (box: Box): string => {
  if (!isPutBack(box)) return box instanceof HTMLSelectElement ? chosenFirst(box) : box.defaultValue;
  if (box instanceof HTMLSelectElement) return [...box.options].find(({ value }) => value !== box.value)?.value ?? '';
  return box.value === '' ? ' ' : '';
};

/** Ticked or unticked since the page came. Of radios only the one chosen: it takes the choice from the others itself. */
const isChosenAnew = (box: HTMLInputElement): boolean =>
  (isPutBack(box) || box.checked !== box.defaultChecked) && (box.checked || box.type === 'checkbox');

/**
 * Takes the place where questions stand, before they wake, because waking itself puts some boxes back as they came;
 * gives what tells them, to be called when they are awake. Nobody must be able to type between the two, and React must
 * not be at work when it is told: each box is then taken in before the next, so that the three of a date come together.
 */
export const typedBefore = (place: HTMLElement): (() => void) => {
  const boxes = [...place.querySelectorAll<Box>('input, textarea, select')];
  const chosen = boxes
    .filter(isTicked)
    .filter(isChosenAnew)
    .map((box) => ({ box, checked: box.checked }));
  const typed = boxes
    .filter((box) => !isTicked(box) && box.type !== 'file' && box.type !== 'hidden')
    .map((box) => ({ box, first: firstOf(box), value: box.value }))
    .filter(({ first, value }) => value !== first);
  return () => {
    // First what was typed: a choice may take the box away in which it stands.
    for (const { box, first, value } of typed) {
      // React looks at what it last knew: that is what the page came with, and then somebody types.
      box.value = first;
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, value);
      box.dispatchEvent(new Event(box instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    }
    for (const { box, checked } of chosen) {
      box.checked = !checked;
      box.click();
    }
  };
};
