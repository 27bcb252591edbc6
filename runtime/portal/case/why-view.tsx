import type { ShownWhy } from './why-presenter.js';

const Facts = ({ why }: { why: ShownWhy }) =>
  why.facts.length === 0 ? null : (
    <ul className="rubric-list rubric-list--bullet">
      {why.facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one fact may stand here twice, and none ever moves.
        <li key={index}>
          {fact.called}
          {/[?:]$/.test(fact.called) ? '' : ':'} <strong>{fact.value}</strong>
        </li>
      ))}
    </ul>
  );

/** One condition of an explanation, and those it is made of. */
export const WhyTree = ({ why }: { why: ShownWhy }) => (
  <>
    <p className="rubric-body">
      {why.joins?.replace(/:$/, '') ?? why.reads} <span className="rubric-quiet">({why.holds})</span>
      {why.joins && ':'}
    </p>
    <Facts why={why} />
    {why.of.length > 0 && (
      <ul className="rubric-list rubric-list--spaced">
        {why.of.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a condition have no names and never move.
          <li key={index}>
            <WhyTree why={part} />
          </li>
        ))}
      </ul>
    )}
  </>
);
