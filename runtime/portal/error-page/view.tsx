/** A page that says what happened, what was kept and what to do. */
export const ErrorPage = ({ heading, sentence, advice }: { heading: string; sentence: string; advice: string }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">{heading}</h1>
    <p className="rubric-body">{sentence}</p>
    <p className="rubric-body">{advice}</p>
    <p className="rubric-body">
      <a className="rubric-link" href="/">
        Choose a programme
      </a>
    </p>
  </div>
);
