import * as consultations from '../consultations/consultations.server.ts';
import { groupKeys, groupName } from '../people/groupNames.ts';
import { printSheet } from '../recording/paper/formSheet.server.ts';
import { mayRecord } from '../recording/recording.ts';
import type { Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import { fill, t } from '../texts/texts.ts';
import { obey } from '../verdict.ts';
import { ANSWERS, QUESTIONS } from './evaluation.ts';
import { groupsOf } from './result.ts';

/** The five questions on paper, about one phase; none named: with room to write down which. Refused: signInFirst, roleMissing, print…. */
export async function emptySheet(ctx: Ctx, slug: string): Promise<SentFile> {
	obey(mayRecord(ctx.person));
	const { phases } = await consultations.current(ctx);
	const phase = phases.find((one) => one.slug === slug) ?? null;
	const words = t.evaluations;
	const choice = (label: string, options: readonly string[]) => ({
		kind: 'choice' as const,
		label,
		hint: null,
		options
	});
	return printSheet('bewertungs-bogen.pdf', {
		title: words.title,
		lines: [phase ? fill(words.form.lead, { phase: phase.title }) : words.lead, words.paper.sheetLead],
		fields: [
			...(phase ? [] : [{ kind: 'line' as const, label: words.paper.phase, hint: null }]),
			choice(words.paper.sheetGroup, (phase ? groupsOf(phase, groupKeys()) : groupKeys()).map(groupName)),
			...QUESTIONS.map((question) => ({
				...choice(
					words.questions[question],
					ANSWERS.map((answer) => words.answers[answer])
				),
				across: true as const
			}))
		]
	});
}
