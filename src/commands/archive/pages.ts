import { day } from '#lib/texts/dates.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { ABOUT, CONTENTS, OWN, SUMS } from './address.ts';
import { escape } from './markup.ts';

/** The pages that only the archive has, set into the frame of a page of the site. */

export interface ArchiveFacts {
	at: string;
	/** null: the process went on when the archive was made. */
	closedAt: string | null;
	origin: string;
}

/** A page of the archive, as the contents list it. */
export interface Listed {
	file: string;
	address: string;
	heading: string;
}

const MAIN = /(<main\b[^>]*>)[\s\S]*(<\/main>)/;
const MOST_ON_A_PAGE = 1_000;

function framed(frame: string, title: string, lead: string, main: string): string {
	const head = `<header class="page-head"><div class="page-head__inner"><h1>${escape(title)}</h1><p class="page-head__lead">${escape(lead)}</p></div></header>`;
	return frame
		.replace(/<title>[^<]*<\/title>/, () => `<title>${escape(title)}</title>`)
		.replaceAll(/ aria-current="[^"]*"/g, '')
		.replace(MAIN, (_, start: string, end: string) => start + head + main + end);
}

/** Said first on every page, where the site says that it is a demonstration. */
export function withNote(html: string, { at }: ArchiveFacts): string {
	const said = escape(fill(t.archive.note, { day: day(at) }));
	const note = `<p class="demo band"><span>${said} <a href="${OWN}${ABOUT}">${t.archive.more}</a></span></p>`;
	return html.replace(/<header class="site-head">/, (start) => start + note);
}

export function aboutPage(frame: string, facts: ArchiveFacts): string {
	const about = t.archive.about;
	const state = facts.closedAt === null ? about.open : fill(about.closed, { since: day(facts.closedAt) });
	const main = [
		`<p>${escape(state)}</p>`,
		`<h2>${about.gone}</h2><ul>${about.goneList.map((one) => `<li>${escape(one)}</li>`).join('')}</ul>`,
		`<p><a href="${OWN}${CONTENTS}">${t.archive.contents.title}</a></p>`,
		`<p>${escape(about.rights)} <a href="/impressum">${about.imprint}</a></p>`,
		`<h2>${about.proof}</h2><p>${escape(about.proofText)}</p><pre><code>sha256sum -c ${SUMS}</code></pre>`,
		`<p><a href="${OWN}${SUMS}">${about.sums}</a></p>`,
		`<p>${escape(fill(about.addresses, { origin: facts.origin }))}</p>`
	];
	return framed(frame, about.title, fill(about.lead, { day: day(facts.at) }), main.join(''));
}

const contentsFile = (part: number) => (part === 1 ? CONTENTS : `verzeichnis/teil-${part}.html`);

/** Every page once, below the heading of the list it belongs to; in parts, when there are thousands. */
export function contentsPages(frame: string, pages: readonly Listed[]): { file: string; html: string }[] {
	const sections = inSections(pages);
	const parts = inParts(sections.flatMap(({ heading, pages }) => pages.map((page) => ({ heading, page }))));
	return parts.map((entries, index) => {
		const file = contentsFile(index + 1);
		const others = parts.map((_, other) => ({ number: other + 1, file: contentsFile(other + 1) }));
		const title = parts.length > 1 ? `${t.archive.contents.title}, ${partName(index + 1)}` : t.archive.contents.title;
		return { file, html: framed(frame, title, t.archive.contents.lead, listed(entries) + partLinks(others)) };
	});
}

const partName = (number: number) => fill(t.archive.contents.part, { number });

function partLinks(others: readonly { number: number; file: string }[]): string {
	if (others.length < 2) return '';
	const links = others.map((one) => `<li><a href="${OWN}${one.file}">${partName(one.number)}</a></li>`);
	return `<h2>${t.archive.contents.pages}</h2><ul>${links.join('')}</ul>`;
}

type Entry = { heading: string; page: Listed };

function listed(entries: readonly Entry[]): string {
	const headings = [...new Set(entries.map(({ heading }) => heading))];
	return headings
		.map((heading) => {
			const own = entries.filter((one) => one.heading === heading);
			const items = own.map(({ page }) => `<li><a href="${OWN}${page.file}">${escape(page.heading)}</a></li>`);
			return `<h2>${escape(heading)}</h2><ul>${items.join('')}</ul>`;
		})
		.join('');
}

function inParts(entries: readonly Entry[]): Entry[][] {
	const parts = Math.max(1, Math.ceil(entries.length / MOST_ON_A_PAGE));
	return Array.from({ length: parts }, (_, part) => entries.slice(part * MOST_ON_A_PAGE, (part + 1) * MOST_ON_A_PAGE));
}

const numbered = new Intl.Collator('de', { numeric: true });

/** By the first part of the address; what stands alone is put together. */
function inSections(pages: readonly Listed[]): { heading: string; pages: Listed[] }[] {
	const groups = new Map<string, Listed[]>();
	for (const page of pages) {
		const name = page.address.split('/')[1] ?? '';
		const members = groups.get(name) ?? [];
		members.push(page);
		groups.set(name, members);
	}
	const single: Listed[] = [];
	const sections: { heading: string; pages: Listed[] }[] = [];
	for (const [name, members] of groups) {
		const sorted = members.toSorted((one, other) => numbered.compare(one.address, other.address));
		const lead = sorted.find(({ address }) => address === `/${name}`);
		if (sorted.length === 1 || !lead) single.push(...sorted);
		else sections.push({ heading: lead.heading, pages: sorted });
	}
	sections.sort((one, other) => numbered.compare(one.heading, other.heading));
	return [{ heading: t.archive.contents.single, pages: single }, ...sections].filter(({ pages }) => pages.length > 0);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The heading of a page as plain text. */
export function headingOf(html: string): string {
	const inner = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '';
	const plain = inner
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(amp|lt|gt|quot);/g, (all, name: string) => ENTITIES[name] ?? all);
	return plain.replace(/\s+/g, ' ').trim();
}
