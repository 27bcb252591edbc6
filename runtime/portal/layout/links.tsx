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
