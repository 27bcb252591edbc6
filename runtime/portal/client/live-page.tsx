import { useEffect, useState } from 'react';
import { type PagePart, QuestionPage } from '../form/question-page.js';

/** A page of questions whose definition may change under it. */
export const LivePage = ({
  first,
  listen,
  awake,
}: {
  first: PagePart;
  listen: (listener: (part: PagePart) => void) => void;
  /** Called once, when what is typed from then on is noticed. */
  awake: () => void;
}) => {
  const [part, setPart] = useState(first);
  useEffect(() => listen(setPart), [listen]);
  useEffect(awake, [awake]);
  return <QuestionPage part={part} />;
};
