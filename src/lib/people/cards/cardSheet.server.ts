import { encode } from 'uqr';
import { openPdfWorker } from '../../server/print/pdfWorker.server.ts';
import { day } from '../../texts/dates.ts';
import { inLocale } from '../../texts/locales/address.ts';
import { fill, t } from '../../texts/texts.ts';
import type { PrintedCard } from './card.ts';
import { cardWords, organisationWords } from './cardWords.ts';
import type { Language } from '../details/language.ts';

interface Sheet {
	label: string;
	validUntil: string;
	cards: readonly PrintedCard[];
	origin: string;
	now: string;
	language: Language;
	/** The cards speak for it. */
	organisation: string | null;
}

/** Where a card leads: to signing in, in its language. */
const signInAt = (origin: string, language: Language) => origin + inLocale(language, '/anmelden');

/** The code stands behind `#`: browsers keep that part to themselves, so no server and no log ever sees it. */
export function addressOf(origin: string, code: string, language: Language = 'de'): string {
	return `${signInAt(origin, language)}#${code}`;
}

/** Black squares of a QR code as one SVG path, a row's neighbours joined: thirty cards stay small. */
export function qrPicture(text: string): string {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	const path = data.flatMap((row, y) =>
		[
			...row
				.map((dark) => (dark ? '1' : '0'))
				.join('')
				.matchAll(/1+/g)
		].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`;
}

/** A4 sheets of cards with lines to cut along, and the list that a centre keeps. */
export async function cardSheet({
	label,
	organisation,
	validUntil,
	cards,
	origin,
	now,
	language
}: Sheet): Promise<Uint8Array> {
	const words = t.workshop.cards;
	const spoken = organisation === null ? cardWords(language) : organisationWords(organisation);
	const leadsTo = spoken.language;
	const data = {
		title: fill(words.print.title, { label }),
		spoken,
		words: { ...words.sheet, ...words.print, valid: fill(words.sheet.valid, { day: day(validUntil) }) },
		site: signInAt(origin, leadsTo).replace(/^https?:\/\//, ''),
		cards: cards.map(({ number, code }) => ({
			heading: fill(words.print.card, { number }),
			number,
			code,
			qr: qrPicture(addressOf(origin, code, leadsTo))
		})),
		listIntro: fill(words.print.listIntro, { label })
	};
	return openPdfWorker.print({ template: 'src/lib/people/cards/cards.typ', data, at: now }, 'team');
}
