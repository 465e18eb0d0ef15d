import * as consultations from '../consultations/consultations.server.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Paper } from '../server/http/paper.ts';
import { printed } from '../server/print/shelf.server.ts';
import { site, ui } from '../texts/de/site.ts';
import { t } from '../texts/texts.ts';
import { obey } from '../verdict.ts';
import { CHANNELS, mayRecord, SHEET_KINDS } from './recording.ts';
import { GROUPS } from '../people/person.ts';

const words = t.recording.form;

/** One field of the screen as it stands on paper. */
interface PaperField {
	label: string;
	hint: string | null;
	kind: 'choice' | 'line' | 'lines';
	options?: readonly string[];
	lines?: number;
	pageBreak?: true;
}

const choice = (label: string, options: readonly string[], hint: string | null = null): PaperField => ({
	...{ label, hint, options },
	kind: 'choice'
});
const line = (label: string, hint: string | null = null): PaperField => ({ label, hint, kind: 'line' });

/** As SheetHead, SheetFields and ReadBack have them, in their order: whoever types it in never has to search. */
function paperFields(fields: readonly string[]): PaperField[] {
	return [
		choice(
			words.channel,
			CHANNELS.map((one) => t.recording.channels[one])
		),
		line(words.date),
		line(words.place, words.placeHint),
		choice(
			words.group,
			GROUPS.map((one) => t.people.groupsLong[one])
		),
		line(t.people.district.ofSpeaker, t.people.district.hintOfSpeaker),
		choice(
			words.kind,
			SHEET_KINDS.map((one) => t.proposals.kinds[one])
		),
		choice(words.field, fields),
		{ ...line(words.titleLabel), pageBreak: true },
		{ label: words.body, hint: words.bodyHint, kind: 'lines', lines: 14 },
		line(words.language),
		choice(words.consent, [t.recording.consentText]),
		choice(words.readBack, [words.readBackYes], words.readBackHint)
	];
}

/** The empty form as an accessible PDF. Refused: signInFirst, roleMissing, print…. */
export async function paperSheet(ctx: Ctx): Promise<Paper> {
	obey(mayRecord(ctx.person));
	const { fields } = await consultations.leading(ctx);
	const data = {
		title: t.recording.paper.title,
		lines: t.recording.paper.lines,
		fields: paperFields(fields.map((field) => field.title)),
		foot: site.name,
		pageWords: ui.pageOf
	};
	const pdf = await printed({ template: 'src/lib/recording/sheet.typ', data }, 'team');
	return { bytes: pdf, name: 'papier-bogen.pdf', type: 'application/pdf' };
}
