import type { Bundle } from '../../../engine/contract/index.js';
import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import { Choice, Staffing, Text, Times } from './group-fields.js';
import type { NewGroup } from './new-form.js';

export interface NewGroupPage {
  action: string;
  typed: NewGroup;
  faults: Fault[];
  keyed: string;
  /** What the definition says of how often sessions are, and of places. */
  says: string[];
}

export const NewGroupView = ({ page, bundle }: { page: NewGroupPage; bundle: Bundle }) => {
  const { typed, faults } = page;
  const kinds = bundle.course?.sessions?.kinds ?? [];
  return (
    <div className="rubric-measure">
      <ErrorSummary faults={faults} />
      <h1 className="rubric-heading-l">A new group</h1>
      {page.says.map((words) => (
        <p className="rubric-body" key={words}>
          {words}
        </p>
      ))}
      <FormStart action={page.action} keyed={page.keyed}>
        <input type="hidden" name="of" value={typed.of} />
        <Text name="name" label="What is it called?" value={typed.name} faults={faults} width={30} />
        {bundle.sites.length > 0 && (
          <Choice
            name="site"
            label="Site"
            value={typed.site}
            none="No one site"
            options={bundle.sites.map(({ id, label }) => ({ id, label }))}
          />
        )}
        <Times typed={typed} faults={faults} />
        <Text
          name="first"
          label="Day of its first session"
          type="date"
          value={typed.first}
          faults={faults}
          width={10}
        />
        <Staffing typed={typed} faults={faults} />
        {kinds.length > 1 && (
          <Choice
            name="kind"
            label="Kind of session"
            value={typed.kind}
            none="As each man’s phase has it"
            options={kinds.map(({ id, label }) => ({ id, label }))}
          />
        )}
        <button className="govuk-button" type="submit">
          Make the group
        </button>
      </FormStart>
    </div>
  );
};
