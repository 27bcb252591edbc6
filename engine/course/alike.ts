/** Whether two values of plain data say the same. */

/** Takes two values of objects, lists, sets and what is none of these; gives whether they are the same throughout. */
export const isAlike = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return areListsAlike(one, other);
  if (one instanceof Set || other instanceof Set)
    return one instanceof Set && other instanceof Set && areListsAlike([...one], [...other]);
  return areRecordsAlike(one as Plain, other as Plain);
};
type Plain = Record<string, unknown>;

const areListsAlike = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) &&
  Array.isArray(other) &&
  one.length === other.length &&
  one.every((each, n) => isAlike(each, other[n]));

const areRecordsAlike = (one: Plain, other: Plain): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isAlike(one[name], other[name]))
  );
};
