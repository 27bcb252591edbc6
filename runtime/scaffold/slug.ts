/** Takes a name; gives it in the letters of the English alphabet as far as it has any, and with no apostrophes. */
export const plainLetters = (name: string): string => name.normalize('NFD').replace(/[\p{M}’']/gu, '');

/** Takes a name; gives it in small letters and hyphens, as addresses and ids are written, or `otherwise` if none are left. */
export const slugOf = (name: string, otherwise: string): string => {
  const slug = plainLetters(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return (
    slug
      .replace(/^[-0-9]+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || otherwise
  );
};
