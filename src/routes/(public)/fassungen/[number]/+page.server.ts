import * as corrections from '#lib/corrections/corrections.server.ts';
import * as papers from '#lib/corrections/papers.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { wordsOf } from '#lib/server/print/blocks.ts';
import { beginning } from '#lib/texts/excerpt.ts';
import { officialWords } from '#lib/texts/locales/official.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { summaryText } from '#lib/strategy/versions/changeText.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const version = await showing(strategy.version(ctx, Number(params.number)));
	const newest = await strategy.latestHead(ctx, version.consultationId);
	const former = await strategy.since(ctx, version);
	const { easy, waived, understood, board, digestNow } = version;
	const { number, kind, title, preamble, publishedAt, digest, previousNumber, previousDigest, numbers } = version;
	const setting = { base: 1, origin: ctx.app.config.origin };
	const fieldNames = [...new Set(version.points.map((point) => point.field))];
	return {
		about: beginning(wordsOf(officialWords(easy || preamble), setting)),
		files: await papers.made(ctx, 'version', number, digest ?? ''),
		addended: await corrections.addended(ctx, { kind: 'version', number }),
		version: { number, kind, title, preamble, publishedAt, digest, digestNow, numbers, easy, waived, board },
		former: previousNumber && previousDigest ? { number: previousNumber, digest: previousDigest } : null,
		newer: publishedAt && newest && newest.number > number ? newest.number : null,
		since: former && { number: former.number, told: summaryText(former.summary) },
		fields: fieldNames.map((field) => ({
			title: field,
			points: version.points
				.filter((point) => point.field === field)
				.map(({ number, title, body, editorialNote, sources, amendments, measures, pointId }) => ({
					...{ number, title, body, editorialNote, sources, amendments, measures },
					understood: understood?.find((one) => one.point === number)?.lines ?? [],
					fate: former?.fates.get(pointId) ?? null
				}))
		})),
		log: await strategy.logOf(ctx, version, former),
		drops: version.drops.map(({ number, title, reason }) => ({ number, title, reason }))
	};
};
