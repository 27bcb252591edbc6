import { useEffect, useState } from 'react';
import { type PagePart, QuestionPage } from '../form/question-page.js';

/** A page of questions whose definition may change under it. */
export const LivePage = ({
  first,
  listen,
}: {
  first: PagePart;
  listen: (listener: (part: PagePart) => void) => void;
}) => {
  const [part, setPart] = useState(first);
  useEffect(() => listen(setPart), [listen]);
  return <QuestionPage part={part} />;
};
