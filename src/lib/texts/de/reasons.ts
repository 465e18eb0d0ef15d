/**
 * Why something is not possible, as a sentence for the person who tried. Keys are what rules answer (`no('key')`).
 * `{gaps}` are filled with the facts of the verdict.
 */
export const reasons = {
	signInFirst: 'Bitte melden Sie sich zuerst an. Dafür brauchen Sie den Code von Ihrer Karte.',
	roleMissing: 'Dafür fehlt Ihnen die Berechtigung.',
	notYours: 'Das hat jemand anderes geschrieben. Nur diese Person darf es ändern.',
	phaseBefore: 'Das geht erst später. Es beginnt am {from}.',
	phaseOver: 'Das ist nicht mehr möglich. Es ging bis zum {until}.',
	phaseNever: 'Das ist in diesem Verfahren nicht vorgesehen.',
	notPublished: 'Das ist noch nicht veröffentlicht.',
	alreadySent: 'Das haben Sie schon abgeschickt. Jetzt prüft es die Moderation.',
	ownSupport: 'Ihren eigenen Beitrag können Sie nicht unterstützen.',
	hiddenSubject: 'Dieser Text ist ausgeblendet. Darauf kann man nicht mehr antworten.',
	ownSubject: 'Das haben Sie selbst geschrieben. Eine andere Person muss es prüfen.',
	alreadyScreened: 'Das hat schon jemand geprüft.',
	notWaiting: 'Dieser Text wartet nicht auf eine Prüfung.',
	codeUnknown: 'Mit diesem Code können wir Sie nicht anmelden. Bitte prüfen Sie jedes Zeichen.',
	passwordWrong: 'E-Mail-Adresse oder Passwort stimmen nicht.',
	tooManyTries: 'Es gab zu viele Versuche. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.'
} as const;
