const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const SLUG_MAX = 40;

/** A short name for addresses and keys that none of the others has: `hilfe-im-quartier`. */
export function slugFor(title: string, taken: ReadonlySet<string>, otherwise: string, most = SLUG_MAX): string {
	const plain = title
		.toLowerCase()
		.replace(/[äöüß]/g, (sign) => UMLAUTS[sign] ?? sign)
		.normalize('NFD')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, most - 3)
		.replace(/^-+|-+$/g, '');
	const slug = plain || otherwise;
	if (!taken.has(slug)) return slug;
	for (let next = 2; ; next++) if (!taken.has(`${slug}-${next}`)) return `${slug}-${next}`;
}
