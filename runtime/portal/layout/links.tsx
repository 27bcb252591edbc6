/** Links one under the other. `look` says how they stand: `rubric-list--bullet`, `rubric-list--spaced`. */
export const Links = ({ links, look = '' }: { links: readonly { words: string; href: string }[]; look?: string }) => (
  <ul className={`rubric-list ${look}`.trimEnd()}>
    {links.map(({ words, href }) => (
      <li key={href}>
        <a className="rubric-link" href={href}>
          {words}
        </a>
      </li>
    ))}
  </ul>
);

/** Where what was recorded can be corrected; to whoever hears the page it says what that is. */
export const CorrectThis = ({
  correct,
  words,
  on,
  look = '',
}: {
  correct: string;
  words: string;
  on: string;
  look?: string;
}) => (
  <a className={`rubric-link ${look}`.trimEnd()} href={correct}>
    Correct this
    <span className="govuk-visually-hidden">
      {' '}
      – {words}, {on}
    </span>
  </a>
);
