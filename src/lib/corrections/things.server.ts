import * as calls from '../calls/calls.server.ts';
import { canonical, digestOf } from '../canonical.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, NotFound } from '../verdict.ts';
import type { StateChange, Thing } from './addendum.ts';
import { ofCall, ofReport, ofVersion, placeKey, type Passage } from './place.ts';
import * as store from './store.server.ts';

/** Something published, as far as addenda ask of it. */
export interface Published extends Thing {
	consultationId: string;
	title: string;
	withdrawnAt: string | null;
	successor: number | null;
	passages: (Passage & { key: string })[];
	/** Puts other words into one of its passages. */
	correct(ctx: Ctx, key: string, text: string): Promise<void>;
}

const keyed = (passages: readonly Passage[]) => passages.map((one) => ({ ...one, key: placeKey(one.place) }));

async function version(ctx: Ctx, number: number): Promise<Published> {
	const one = await strategy.version(ctx, number);
	// A draft is changed at its desk.
	if (one.publishedAt === null) throw new NotFound('version');
	const passages = ofVersion(one);
	return {
		...{ kind: 'version', number, title: one.title, consultationId: one.consultationId },
		...{ withdrawnAt: null, successor: null, passages: keyed(passages) },
		async correct(ctx, key, text) {
			const { place } = found(
				passages.find((one) => placeKey(one.place) === key),
				'passage'
			);
			if (place.of === 'head' || place.of === 'point' || place.of === 'measure' || place.of === 'drop')
				await strategy.correctPassage(ctx, one, place, text);
		}
	};
}

async function call(ctx: Ctx, number: number): Promise<Published> {
	const one = await calls.byNumber(ctx, number);
	const { title, consultationId, withdrawnAt, successor } = one;
	const passages = ofCall(one);
	return {
		...{ kind: 'call', number, title, consultationId, withdrawnAt, successor, passages: keyed(passages) },
		async correct(ctx, key, text) {
			const { place } = found(
				passages.find((one) => placeKey(one.place) === key),
				'passage'
			);
			if (place.of === 'call' || place.of === 'item') await calls.correctCall(ctx, number, place, text);
		}
	};
}

async function report(ctx: Ctx, number: number): Promise<Published> {
	const one = await reports.byNumber(ctx, number);
	const { title, withdrawnAt, successor } = one;
	const { consultationId } = found(
		(await reports.every(ctx)).find((row) => row.number === number),
		'report'
	);
	const passages = ofReport(one);
	return {
		...{ kind: 'report', number, title, consultationId, withdrawnAt, successor, passages: keyed(passages) },
		async correct(ctx, key, text) {
			const { place } = found(
				passages.find((one) => placeKey(one.place) === key),
				'passage'
			);
			if (place.of === 'report') await reports.correctReport(ctx, number, place.part, text);
		}
	};
}

const READ = { version, call, report } as const;

/** NotFound: it is not there, or not published. */
export function published(ctx: Ctx, { kind, number }: Thing): Promise<Published> {
	return READ[kind](ctx, number);
}

/** Numbers of calls or reports that could take the place of one, newest first. */
export async function standing(ctx: Ctx, kind: 'call' | 'report'): Promise<{ number: number; title: string }[]> {
	const all = kind === 'call' ? await calls.published(ctx) : await reports.list(ctx);
	return all.filter((one) => one.withdrawnAt === null).map(({ number, title }) => ({ number, title }));
}

/** `version 2 now` */
export const stateName = ({ of, text }: Pick<StateChange, 'of' | 'text'>) => `${of.kind} ${of.number} ${text}`;

export interface TextState extends Pick<StateChange, 'of' | 'text'> {
	digest: string;
}

/** The digest of every published text as it lies there, by `stateName`. */
export async function states(ctx: Ctx): Promise<Map<string, TextState>> {
	const all: TextState[] = [];
	for (const row of await store.textsOfVersions(ctx.db)) {
		const of = { kind: 'version', number: row.number } as const;
		all.push({ of, text: 'first', digest: digestOf(row.frozen ?? '') });
		all.push({ of, text: 'now', digest: row.digestNow ?? row.digest ?? '' });
	}
	for (const row of await reports.every(ctx)) {
		const of = { kind: 'report', number: row.number } as const;
		all.push({ of, text: 'first', digest: digestOf(row.frozen) });
		all.push({ of, text: 'now', digest: row.digestNow ?? row.digest });
	}
	for (const { number } of await calls.published(ctx)) {
		const content = await calls.contentOf(ctx, await calls.byNumber(ctx, number));
		all.push({ of: { kind: 'call', number }, text: 'now', digest: digestOf(canonical(content)) });
	}
	for (const { number, frozen } of await store.all(ctx.db)) {
		all.push({ of: { kind: 'addendum', number }, text: 'first', digest: digestOf(frozen) });
	}
	return new Map(all.map((one) => [stateName(one), one]));
}

/** What has changed between two moments. */
export function changesBetween(
	before: ReadonlyMap<string, TextState>,
	after: ReadonlyMap<string, TextState>
): StateChange[] {
	return [...after].flatMap(([name, { digest, ...which }]) => {
		const former = before.get(name)?.digest;
		return former === undefined || former === digest ? [] : [{ ...which, before: former, after: digest }];
	});
}
