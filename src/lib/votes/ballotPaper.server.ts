import * as consultations from '../consultations/consultations.server.ts';
import { GROUPS } from '../people/person.ts';
import { CHANNELS, mayRecord } from '../recording/recording.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Paper } from '../server/http/paper.ts';
import { printed } from '../server/print/shelf.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { site, ui } from '../texts/de/site.ts';
import { fill, t } from '../texts/texts.ts';
import { found, obey } from '../verdict.ts';
import { pointsOn } from './sheet.ts';
import { CHOICES } from './vote.ts';

const words = t.votes.sheet;
const head = t.recording.form;

const choice = (label: string, options: readonly string[], hint: string | null = null) => ({
	...{ label, hint, options },
	kind: 'choice'
});
const line = (label: string, hint: string | null = null) => ({ label, hint, kind: 'line' });

/** As SheetHead, the version, SheetPoints and ReadBack have them, in their order: typing it in needs no searching. */
function paperFields(version: number, points: readonly { number: number; title: string }[]) {
	const channels = CHANNELS.map((one) => t.recording.channels[one]);
	const groups = GROUPS.map((one) => t.people.groupsLong[one]);
	const answers = CHOICES.map((one) => words.choices[one]);
	const [first, ...others] = points.map((point) => ({ ...choice(fill(words.point, point), answers), across: true }));
	return [
		choice(head.channel, channels),
		line(head.date),
		line(head.place, head.placeHint),
		choice(head.group, groups),
		{ ...line(words.version), filled: String(version) },
		...(first ? [{ ...first, pageBreak: true }] : []),
		...others,
		choice(words.consent, [words.consentText]),
		choice(head.readBack, [head.readBackYes], head.readBackHint)
	];
}

/** The empty sheet of the newest version as an accessible PDF. Refused: signInFirst, roleMissing, print…. */
export async function ballotPaper(ctx: Ctx, field: string | null): Promise<Paper> {
	obey(mayRecord(ctx.person));
	const { id } = await consultations.leading(ctx);
	const { number } = found(await strategy.latestHead(ctx, id), 'version');
	const { shown } = pointsOn(await strategy.pointsNow(ctx, id), field);
	const data = {
		title: fill(words.paperTitle, { number }),
		lines: words.paperLines.map((text) => fill(text, { number })),
		fields: paperFields(number, shown),
		foot: site.name,
		pageWords: ui.pageOf
	};
	const pdf = await printed({ template: 'src/lib/recording/sheet.typ', data }, 'team');
	return { bytes: pdf, name: `stimm-bogen-fassung-${number}.pdf`, type: 'application/pdf' };
}
