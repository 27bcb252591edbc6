/** The head of a table: what each column holds. */
export const TableHead = ({ heads }: { heads: readonly string[] }) => (
  <thead className="govuk-table__head">
    <tr className="govuk-table__row">
      {heads.map((head) => (
        <th scope="col" className="govuk-table__header" key={head}>
          {head}
        </th>
      ))}
    </tr>
  </thead>
);
