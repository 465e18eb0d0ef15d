import { seenMark } from '#lib/editState.ts';
import * as operator from '#lib/operator/operator.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { PlaceName } from '#lib/texts/pages/places.ts';

/** Who is answerable in a demonstration: nobody, and it says so. Numbers are those kept for films. */
export interface Answerable {
	authority: string;
	post: string;
	/** Without a name before it. */
	mail: string;
	cardPlaces: string;
}

const INVENTED = '(erfunden für die Vorführung)';
const PHONE = `0221 4710 100, Montag bis Freitag, 9 bis 15 Uhr ${INVENTED}`;

/** Everything that only an operator knows, so that nobody who looks around stands before gaps. `ctx`: of an admin. */
export async function stateEverything(ctx: Ctx, { authority, post, mail, cardPlaces }: Answerable): Promise<void> {
	const address = `${authority}, ${post} ${INVENTED}`;
	const statements: Record<PlaceName, string> = {
		...{ signingDate: `im nächsten Frühjahr ${INVENTED}`, deafContact: `Video-Telefon und Schrift: hilfe@${mail}` },
		...{ helpPhone: PHONE, helpMail: `hilfe@${mail}`, helpPost: address, cardPlaces: `${cardPlaces} ${INVENTED}` },
		committeeContact: `ausschuss@${mail}`,
		notGiven: `Das bestätigt: ${address}`,
		sheets: 'Die Papier-Bögen liegen verschlossen bei uns. Vier Wochen nach dem Ende der Phase werden sie vernichtet.',
		...{ controller: address, protectionOfficer: `datenschutz@${mail}` },
		legalBasis: 'Artikel 6 Absatz 1 Buchstabe a der Datenschutz-Grundverordnung: die Einwilligung.',
		processor: `Niemand: Diese Vorführung läuft auf einem eigenen Rechner.`,
		accessAudit: 'Diese Vorführung hat niemand geprüft.',
		...{ barrierPhone: PHONE, barrierMail: `barrieren@${mail}`, barrierPost: address },
		...{ ombud: `Ombudsstelle, ${post} ${INVENTED}`, statementDate: 'am Tag der Vorführung' },
		...{
			authority: `${authority} ${INVENTED}`,
			authorityPost: post,
			authorityPhone: PHONE,
			authorityMail: `post@${mail}`
		},
		...{ representative: `Alex Beispiel ${INVENTED}`, taxNumber: 'keine', responsible: `Alex Beispiel, ${address}` }
	};
	await operator.state(ctx, { ...statements, seen: seenMark(operator.statementsState({})) });
}
