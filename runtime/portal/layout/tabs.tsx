import type { NavigationItem } from './layout.js';

/** Pages that stand side by side: the parts of one case, lists of one kind. `label` says what they are of. */
export const Tabs = ({ label, pages }: { label: string; pages: readonly NavigationItem[] }) => (
  <nav className="rubric-case__pages rubric-no-print" aria-label={label}>
    <ul>
      {pages.map((page) => (
        <li key={page.href}>
          <a href={page.href} aria-current={page.current ? 'page' : undefined}>
            {page.words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
