import { hydrateRoot, type Root } from 'react-dom/client';
import type { PagePart } from '../form/question-page.js';
import { LivePage } from './live-page.js';

/** Gives the page in the browser another definition to go by; what has been typed stays. */
export type Questions = { replace(part: PagePart): void } | undefined;

/** Reads what the server laid beside the questions of a page; nothing where there are none. */
export const partOn = (page: Document): PagePart | undefined => {
  const part = page.getElementById('question-page')?.getAttribute('data-part');
  return part ? (JSON.parse(part) as PagePart) : undefined;
};

/** Lets the questions on this page answer to what is typed. */
export const wakeQuestions = (): Questions => {
  const place = document.getElementById('question-page');
  const first = partOn(document);
  if (!place || !first) return undefined;
  let change: (part: PagePart) => void = () => undefined;
  const listen = (listener: (part: PagePart) => void): void => {
    change = listener;
  };
  const root: Root = hydrateRoot(place, <LivePage first={first} listen={listen} />);
  window.addEventListener('pagehide', (event) => {
    if (!event.persisted) root.unmount();
  });
  return { replace: (part) => change(part) };
};
