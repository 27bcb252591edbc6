import { flushSync } from 'react-dom';
import { hydrateRoot, type Root } from 'react-dom/client';
import type { PagePart } from '../form/question-page.js';
import { LivePage } from './live-page.js';
import { proofAside } from './proof-aside.js';
import { partOn, questionsAre } from './questions-here.js';
import { typedBefore } from './typed-before.js';

/** Lets the questions on this page answer to what is typed. */
export const wakeQuestions = (): void => {
  const place = document.getElementById('question-page');
  const first = partOn(document);
  if (!place || !first) return;
  let change: (part: PagePart) => void = () => undefined;
  const listen = (listener: (part: PagePart) => void): void => {
    change = listener;
  };
  const putProofBack = proofAside(place);
  const tell = typedBefore(place);
  // At one go: React would otherwise wake the questions bit by bit, on a busy machine long after, and what somebody
  // types in the meantime, or sends, would count for nothing.
  const root: Root = flushSync(() => hydrateRoot(place, <LivePage first={first} listen={listen} />));
  putProofBack();
  tell();
  window.addEventListener('pagehide', (event) => {
    if (!event.persisted) root.unmount();
  });
  questionsAre({ replace: (part) => change(part) });
};
