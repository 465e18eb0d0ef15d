import { groupKeys, groupNameLong } from '../people/groupNames.ts';
import { printSheet } from '../recording/paper/formSheet.server.ts';
import { mayRecord } from '../recording/recording.ts';
import type { Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import { untilDay } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import { found, obey } from '../verdict.ts';
import { costText } from './costText.ts';
import { tickSheet } from './tickSheets.server.ts';

/** All measures on paper, numbered, by point. Refused: signInFirst, roleMissing, print…. NotFound: nobody is asked now. */
export async function emptyTickSheet(ctx: Ctx): Promise<SentFile> {
	obey(mayRecord(ctx.person));
	const { measures, round, until } = await tickSheet(ctx);
	const { budget } = found(round, 'priorities');
	const words = t.priorities;
	const choice = (label: string, options: readonly string[]) => ({
		...{ kind: 'choice' as const, label, hint: null, options }
	});
	const points = [...new Set(measures.map(({ point }) => point))];
	return printSheet('vorrang-bogen.pdf', {
		title: words.title,
		lines: [
			words.lead,
			...(until ? [fill(words.until, { until: untilDay(until) })] : []),
			words.form.hint,
			words.paper.sheetLead
		],
		fields: [
			choice(words.paper.sheetGroup, groupKeys().map(groupNameLong)),
			...points.map((point) => {
				const here = measures.filter((one) => one.point === point);
				return choice(
					fill(words.form.point, { number: point, title: here[0]?.title ?? '' }),
					here.map(
						({ number, text, ...one }) => `${fill(words.paper.measure, { number, text })} (${costText(one, budget)})`
					)
				);
			})
		]
	});
}
