import { partOn, questionsHere } from './questions-here.js';

const openOnes = (): Set<string> =>
  new Set([...document.querySelectorAll<HTMLDetailsElement>('details[id][open]')].map((one) => one.id));

const changedWord = 'Just changed';
const textOf = (item: HTMLElement): string => (item.textContent ?? '').replaceAll(changedWord, '');

const textsOf = (page: Document): Map<string, string> =>
  new Map(
    [...page.querySelectorAll<HTMLElement>('[data-item]')].map((item) => [
      item.dataset.item ?? '',
      item.textContent ?? '',
    ]),
  );

/** Marks what reads otherwise than it did a moment ago: the innermost things only, with the word. */
const markChanged = (before: Map<string, string>): void => {
  if (before.size === 0) return;
  for (const item of document.querySelectorAll<HTMLElement>('[data-item]')) {
    const changed = before.get(item.dataset.item ?? '') !== textOf(item);
    const within = [...item.querySelectorAll<HTMLElement>('[data-item]')];
    if (!changed || within.some((inner) => before.get(inner.dataset.item ?? '') !== textOf(inner))) continue;
    item.classList.add('rubric-new');
    const word = document.createElement('strong');
    word.className = 'govuk-tag govuk-tag--yellow';
    word.textContent = changedWord;
    item.prepend(word);
  }
};

const swap = (id: string, fresh: Document): boolean => {
  const here = document.getElementById(id);
  const there = fresh.getElementById(id);
  if (!here || !there || here.innerHTML === there.innerHTML) return false;
  const open = openOnes();
  here.replaceChildren(...[...there.childNodes].map((node) => document.importNode(node, true)));
  for (const one of here.querySelectorAll<HTMLDetailsElement>('details[id]')) one.open ||= open.has(one.id);
  return true;
};

const say = (words: string): void => {
  const place = document.getElementById('said');
  if (place) place.textContent = words;
};

/** Shows the page as it is now. A page being filled in keeps all that was typed; others keep what was opened. */
const refresh = async (): Promise<void> => {
  const questions = questionsHere();
  const response = await fetch(window.location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const focused = document.activeElement?.id;
  const mistaken = fresh.querySelector('.rubric-problem--error') !== null;
  const noticed = swap('notices', fresh);
  const part = partOn(fresh);
  if (questions && part) {
    questions.replace(part);
  } else if (!isBeingFilledIn()) {
    const before = textsOf(document);
    if (swap('content', fresh)) markChanged(before);
  }
  if (focused && document.activeElement?.id !== focused)
    document.getElementById(focused)?.focus({ preventScroll: true });
  if (mistaken && noticed) say('The definition was saved with a mistake in it. It is shown at the top of the page.');
  else say('The definition was saved, and this page follows it.');
};

/** A page with boxes to type into is not taken from under somebody's hands. */
const isBeingFilledIn = (): boolean =>
  document.getElementById('question-page') !== null || document.querySelector('#content .rubric-form') !== null;

/** Listens for saved files while the page is to be seen, and looks once more when it is seen again. */
export const followFiles = (): void => {
  const address = document.body.dataset.live;
  if (!address) return;
  let stream: EventSource | undefined;
  let { edition } = document.body.dataset;
  const heard = (event: MessageEvent): void => {
    const news = edition !== event.data;
    edition = String(event.data);
    if (news) void refresh().catch(() => undefined);
  };
  const listen = (): void => {
    stream = new EventSource(address);
    stream.addEventListener('now', heard);
    stream.addEventListener('saved', heard);
  };
  const follow = (): void => {
    // A browser keeps few connections to one server: pages that nobody sees give theirs up.
    if (document.visibilityState === 'visible' && !stream) listen();
    if (document.visibilityState === 'hidden') {
      stream?.close();
      stream = undefined;
    }
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => stream?.close());
  follow();
};
