import { HersMark } from './hers-view.js';
import type { HerListed } from './today-presenter.js';
import { Partners } from './today-view.js';

export interface HerCasePresenter {
  his: string;
  partners: HerListed[];
  add?: string;
  links: { words: string; href: string }[];
}

/** A case for those who support partners: who they are. */
export const HerCasePage = ({ page }: { page: HerCasePresenter }) => (
  <div className="rubric-support">
    <HersMark />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">Partners in the case of</span> {page.his}
    </h1>
    {page.partners.length === 0 ? (
      <p className="rubric-empty">No partner is known in this case. One who became known later can be added.</p>
    ) : (
      <Partners partners={page.partners} />
    )}
    <div className="rubric-actions">
      {page.add && (
        <a className="govuk-button" href={page.add}>
          Add a partner
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
