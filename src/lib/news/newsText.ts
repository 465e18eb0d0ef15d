import * as amendments from '../amendments/amendment.ts';
import { DispositionName } from '../answers/answer.ts';
import { DECISIONS } from '../moderation/screening.ts';
import { official } from '../texts/locales/official.ts';
import { fill, t } from '../texts/texts.ts';
import type { News } from './news.ts';

/** What of one's own it is about; empty where the sentence says it all. */
export function newsAbout({ kind, subject, number }: News): string {
	const words = t.news;
	if (kind === 'version' || kind === 'phase' || kind === 'reply') return '';
	if (subject === 'comment') return words.yourComment;
	if (subject === 'amendment') return words.yourAmendment;
	return fill(subject === 'point' ? words.point : words.yourProposal, { number });
}

/** What has happened, in a sentence. */
export function newsLine({ kind, subject, number, title, word }: News): string {
	const lines = t.news.lines;
	switch (kind) {
		case 'asked':
			return lines.asked;
		case 'answer':
			return fill(lines.answer, { what: t.answers.dispositions[DispositionName.parse(word)] });
		case 'outcome':
			return fill(lines.outcome, { what: t.amendments.outcomes[amendments.OutcomeName.parse(word)] });
		case 'appeal':
			return word === 'granted' ? lines.appeal.granted : lines.appeal.denied;
		case 'decision':
			if (word === 'refuse') return lines.decision.refuse;
			return lines.decision[DECISIONS.find((one) => one === word) ?? 'publish'];
		case 'reply':
			return fill(lines.reply[subject === 'amendment' || subject === 'point' ? subject : 'proposal'], { number });
		default:
			// Of versions and phases, which may be said in the language of whoever reads.
			return fill(lines[kind], { title: official(title) });
	}
}
