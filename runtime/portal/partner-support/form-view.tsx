import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import type { Asked, Typed } from '../record/record-presenter.js';
import { type Filled, Question } from '../record/record-view.js';
import { Cautions, HersMark } from './hers-view.js';

/** Questions that stand together. */
export interface Section {
  title?: string;
  says?: string[];
  asked: Asked[];
}
/** What the page of a form shows. */
export interface FormPresenter {
  title: string;
  called: string;
  says: string[];
  cautions: string[];
  sections: Section[];
  typed: Typed;
  faults: Fault[];
  overtaken?: string[];
  key: string;
  seen: string;
  action: string;
  back: string;
  button: string;
}

const Part = ({ page, section }: { page: Filled; section: Section }) => (
  <>
    {section.title && <h2 className="rubric-heading-m">{section.title}</h2>}
    {(section.says ?? []).map((words) => (
      <p className="rubric-body" key={words}>
        {words}
      </p>
    ))}
    {section.asked.map((asked) => (
      <Question page={page} asked={asked} key={asked.name} />
    ))}
  </>
);

const Overtaken = ({ lines }: { lines: string[] }) => (
  <div className="rubric-sheet rubric-case__notice" role="alert" id="since">
    <h2 className="rubric-heading-m">Somebody else recorded something in the meantime</h2>
    <p className="rubric-body">Nothing of yours was kept yet, and what you typed is below. This is what stands now:</p>
    <ul className="rubric-list rubric-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </div>
);

interface AskingProps {
  page: Filled & Pick<FormPresenter, 'says' | 'sections' | 'key' | 'action' | 'back' | 'button'>;
  /** What is sent unseen. */
  seen?: string;
}

/** What is asked, with the button that sends it. */
export const Asking = ({ page, seen }: AskingProps) => (
  <>
    {page.says.map((words) => (
      <p className="rubric-body" key={words}>
        {words}
      </p>
    ))}
    <FormStart action={page.action} keyed={page.key}>
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      {page.sections.map((section, n) => (
        <Part page={page} section={section} key={section.title ?? n} />
      ))}
      <div className="rubric-actions">
        <button type="submit" className="govuk-button">
          {page.button}
        </button>
        <a className="rubric-link" href={page.back}>
          Cancel
        </a>
      </div>
    </FormStart>
  </>
);

/** A page that asks something of one partner. */
export const FormPage = ({ page }: { page: FormPresenter }) => (
  <div className="rubric-measure rubric-support">
    <ErrorSummary faults={page.faults} />
    {page.overtaken && <Overtaken lines={page.overtaken} />}
    <HersMark />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.called}</span> {page.title}
    </h1>
    <Cautions cautions={page.cautions} />
    <Asking page={page} seen={page.seen} />
  </div>
);
