import { HersMark } from './hers-view.js';
import type { HerListed } from './today-presenter.js';
import { Partners } from './today-view.js';

export interface HerCasePresenter {
  his: string;
  /** What one of them is called, with its article: "a partner". */
  one: string;
  partners: HerListed[];
  add?: string;
  links: { words: string; href: string }[];
}

/** A case for those who support partners: who they are. */
export const HerCasePage = ({ page }: { page: HerCasePresenter }) => (
  <div className="rubric-support">
    <HersMark />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">Who is supported in the case of</span> {page.his}
    </h1>
    {page.partners.length === 0 ? (
      <p className="rubric-empty">Nobody is named in this case yet. Whoever became known later can be added.</p>
    ) : (
      <Partners partners={page.partners} />
    )}
    <div className="rubric-actions">
      {page.add && (
        <a className="govuk-button" href={page.add}>
          Add {page.one}
        </a>
      )}
      {page.links.map(({ words, href }) => (
        <a className="rubric-link" href={href} key={href}>
          {words}
        </a>
      ))}
    </div>
  </div>
);
