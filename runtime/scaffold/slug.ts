/** Takes a name; gives it in small letters and hyphens, as addresses and ids are written, or `otherwise` if none are left. */
export const slugOf = (name: string, otherwise: string): string => {
  const letters = name.normalize('NFD').replace(/[\p{M}’']/gu, '');
  const slug = letters.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return (
    slug
      .replace(/^[-0-9]+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || otherwise
  );
};
