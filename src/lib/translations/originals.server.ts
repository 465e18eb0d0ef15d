import type { Consultation } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Version } from '../strategy/versions/version.ts';
import type { Original } from './translation.ts';

type Texts = Readonly<Record<string, string>>;

/** The texts of one thing that say something. */
const of = (kind: Original['kind'], key: string, texts: Texts, draft = false): Original[] =>
	Object.entries(texts).flatMap(([part, german]) => (german.trim() === '' ? [] : [{ kind, key, part, german, draft }]));

function ofProcess({ slug, title, lead, changeable, settled, ...process }: Consultation): Original[] {
	const asked = process.allQuestions.filter(({ endedAt }) => endedAt === null);
	return [
		...of('process', slug, { title, lead, changeable, settled }),
		...asked.flatMap((question) => of('question', question.id, { title: question.title })),
		...process.fields.flatMap((field) => of('field', field.slug, { title: field.title, lead: field.lead })),
		...process.phases.flatMap((phase) => of('phase', phase.slug, { title: phase.title, asks: phase.asks ?? '' }))
	];
}

function ofVersion({ number, title, easy, preamble, points, publishedAt }: Version): Original[] {
	const draft = publishedAt === null;
	return [
		...of('version', String(number), { title, easy, preamble }, draft),
		...points.flatMap((point) => {
			const measures = point.measures.map(({ text }, at) => [`measure-${at + 1}`, text] as const);
			const texts = { title: point.title, body: point.body, ...Object.fromEntries(measures) };
			return of('point', String(point.number), texts, draft);
		})
	];
}

const sameText = (one: Original, other: Original) =>
	one.kind === other.kind && one.key === other.key && one.part === other.part && one.german === other.german;

/**
 * Every official text there is to say in other languages: of the process, of the newest published version, and what the
 * draft says otherwise, so that a translation can be there on the day on which it goes out.
 */
export async function originals(ctx: Ctx): Promise<Original[]> {
	const consultation = await consultations.find(ctx);
	if (!consultation) return [];
	const latest = await strategy.latest(ctx, consultation.id);
	const draft = await strategy.draftOf(ctx, consultation.id);
	const published = latest ? ofVersion(latest) : [];
	const waiting = draft ? ofVersion(draft) : [];
	const otherwise = waiting.filter((one) => !published.some((other) => sameText(one, other)));
	return [...ofProcess(consultation), ...published, ...otherwise];
}
