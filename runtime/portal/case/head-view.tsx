import { isDemonstration } from '../layout/demonstration.js';
import { Tabs } from '../layout/tabs.js';
import type { CaseHead } from './case-presenter.js';

/** Who the case is about, how it stands, and its pages. Stands on every page of a case. */
export const Head = ({ head, children }: { head: CaseHead; children?: string }) => (
  <>
    {head.demonstration && !isDemonstration() && (
      <p className="rubric-made-up">
        <strong>Demonstration.</strong> This case is made up.
      </p>
    )}
    <h1 className="rubric-heading-l rubric-case__name">
      {children && <span className="rubric-caption">{children}</span>} {head.name}
    </h1>
    <Tabs label="Case" pages={head.pages} />
  </>
);
