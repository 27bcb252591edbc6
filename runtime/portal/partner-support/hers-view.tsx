import type { ReactNode } from 'react';

/** The lock and the word, at the head of every page of her side. */
export const HersMark = ({ children = 'Her side' }: { children?: ReactNode }) => (
  <p className="rubric-hers rubric-support__mark">{children}</p>
);

export interface Row {
  label: string;
  lines: string[];
}

/** What is known, as labels and words. */
export const Rows = ({ rows }: { rows: Row[] }) => (
  <dl className="rubric-support__rows">
    {rows.map(({ label, lines }) => (
      <div key={label}>
        <dt>{label}</dt>
        {lines.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </div>
    ))}
  </dl>
);

/** What speaks against reaching her now; read out at once. */
export const Cautions = ({ cautions }: { cautions: string[] }) =>
  cautions.length === 0 ? null : (
    <div className="rubric-support__caution" role="note" aria-label="Before you reach her">
      {cautions.map((words) => (
        <p className="rubric-body" key={words}>
          <strong>{words}</strong>
        </p>
      ))}
    </div>
  );
