/** What is said, in both languages; the same in both where it is no sentence. */
export const t = (en, zh = en) => ({ en, zh });
