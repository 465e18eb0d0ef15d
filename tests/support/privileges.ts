import { mayDraftCall, mayReadDrafts } from '#lib/calls/call.ts';
import { mayApproveKind } from '#lib/approvals/approval.ts';
import { mayAnswer } from '#lib/answers/answer.ts';
import { mayManageClosure } from '#lib/closure/closure.ts';
import { mayManagePhases } from '#lib/consultations/phases.ts';
import { mayDistil } from '#lib/distillation/docket.ts';
import { mayModerate } from '#lib/moderation/screening.ts';
import { mayIssueCards, mayRevoke } from '#lib/people/batch.ts';
import { mayTendOrganisations } from '#lib/people/organisation.ts';
import { mayTendPlaces } from '#lib/people/place.ts';
import { mayTakePart } from '#lib/people/participant.ts';
import { hasRole, type Person } from '#lib/people/person.ts';
import { mayManageStaff } from '#lib/people/roles.ts';
import { mayState } from '#lib/operator/statement.ts';
import { mayReport as mayPromise } from '#lib/promises/promise.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { mayPublishWorkshop } from '#lib/recording/workshop.ts';
import { mayDraftReport, mayPreview } from '#lib/reports/report.ts';
import { mayDraft, mayReadDraft } from '#lib/strategy/draft.ts';
import { mayAnswerTickets } from '#lib/tickets/ticket.ts';
import { all, no, noWhen, yes, type Verdict } from '#lib/verdict.ts';
import { mayRefer } from '#lib/votes/participation.ts';

export type Who = (person: Person | null) => Verdict;

const anyone: Who = () => yes;
/** Of one's own: whoever is signed in, whatever they do here. */
const oneself: Who = (person) => noWhen(person === null, 'signInFirst');
const participant: Who = (person) => mayTakePart(person);
/** Only whoever has just given the right password: of those here nobody has. */
const atTheDoor: Who = () => no('signInFirst');
/** Only whoever has a link; of those here nobody has one. */
const noLink: Who = () => no('signInFirst');
/** Who writes the draft, and who lets it out. */
const asksForApproval: Who = (person) =>
	all(oneself(person), noWhen(!hasRole(person, 'moderator', 'editor', 'publisher'), 'roleMissing'));
const approvesVersion: Who = (person) => mayApproveKind(person, 'version');
const approvesCall: Who = (person) => mayApproveKind(person, 'call');
const approvesReport: Who = (person) => mayApproveKind(person, 'report');
const publishesMeeting: Who = (person) => mayPublishWorkshop(person, false);

/** By route and action: the rule that says who may. A new action without an entry fails the test. */
export const PRIVILEGES: Readonly<Record<string, Readonly<Record<string, Who>>>> = {
	'/abmelden': { default: anyone },
	'/abstimmen': { answer: participant },
	'/anmelden': { default: anyone },
	'/anmelden/ersetzt': { default: anyone },
	'/anmelden/team': { default: anyone },
	'/anmelden/team/code': { default: atTheDoor },
	'/anmelden/team/passwort/[token]': { default: noLink },
	'/anmelden/team/vergessen': { default: anyone },
	'/anmelden/team/einrichten': { default: atTheDoor },
	'/beitraege/[number]/zurueckziehen': { default: oneself },
	'/beitragen': { send: participant, support: participant, save: participant, remove: oneself },
	'/kommentare/[id]': { default: oneself },
	'/meine-daten': { forget: oneself, end: oneself, allow: oneself, withdraw: oneself },
	'/meine-daten/loeschen': { default: anyone },
	'/meine-daten/loeschen/bestaetigen': { default: oneself },
	'/meine': { takeOver: participant },
	'/meine/verstanden': { answer: participant },
	'/uebernehmen': { default: anyone },
	'/widerspruch/[decision]': { default: oneself },
	'/aenderungen/[number]': { comment: participant, support: participant, withdraw: oneself },
	'/barriere-melden': { default: anyone },
	'/beitraege/[number]': { comment: participant, support: participant },
	'/inhalt-melden': { default: anyone },
	'/meldung': { default: anyone },
	'/punkte/[number]': { vote: participant, comment: participant },
	'/punkte/[number]/aendern': { default: participant },
	'/werkstatt/abschluss': {
		...{ ask: mayManageClosure, approve: mayManageClosure, takeBack: mayManageClosure, close: mayManageClosure }
	},
	'/werkstatt/angaben': { default: mayState },
	'/werkstatt/aufrufe/[number]': {
		...{ move: mayDraftCall, remove: mayDraftCall, ask: mayDraftCall },
		...{ approve: approvesCall, takeBack: mayReadDrafts, publish: approvesCall }
	},
	'/werkstatt/aufrufe/[number]/[item]': { default: mayDraftCall },
	'/werkstatt/aufrufe/[number]/kopf': { default: mayDraftCall },
	'/werkstatt/aufrufe/[number]/neu': { default: mayDraftCall },
	'/werkstatt/aufrufe/neu': { default: mayDraftCall },
	'/werkstatt/berichte': {
		...{ begin: mayDraftReport, change: mayDraftReport, recount: mayDraftReport, discard: mayDraftReport },
		...{ ask: mayDraftReport, approve: approvesReport, takeBack: mayPreview, publish: approvesReport }
	},
	'/werkstatt/eingang/[kind]/[id]': { summarise: mayModerate, decide: mayModerate },
	'/werkstatt/entwurf': { start: mayDraft, head: mayDraft, move: mayDraft, restore: mayDraft },
	'/werkstatt/entwurf/aenderungen/[number]': { decide: mayDraft, reopen: mayDraft },
	'/werkstatt/entwurf/buendeln': { bundle: mayDraft },
	'/werkstatt/entwurf/punkte/[number]': {
		...{ reword: mayDraft, sources: mayDraft, remove: mayDraft, note: mayDraft, measure: mayDraft },
		...{ unmeasure: mayDraft, split: mayDraft, merge: mayDraft, take: mayDraft, leave: mayDraft },
		...{ drop: mayDraft, restore: mayDraft, discard: mayDraft }
	},
	'/werkstatt/entwurf/punkte/neu': { add: mayDraft },
	'/werkstatt/entwurf/verstanden': { open: mayDraft, close: mayDraft },
	'/werkstatt/erfassen': { default: mayRecord },
	'/werkstatt/erfassen/kommentar': { default: mayRecord },
	'/werkstatt/erfassen/liste': { default: mayRecord },
	'/werkstatt/erfassen/stimmen': { default: mayRecord },
	'/werkstatt/erfassen/stimmen/liste': { default: mayRecord },
	'/werkstatt/erfassen/viele': { default: mayRecord },
	'/werkstatt/freigabe': {
		...{ ask: asksForApproval, waive: mayDraft, approve: approvesVersion },
		...{ takeBack: mayReadDraft, publish: approvesVersion }
	},
	'/werkstatt/karten': { issue: mayIssueCards, find: mayIssueCards, revoke: mayRevoke },
	'/werkstatt/karten/[batch]': { replace: mayIssueCards, block: mayIssueCards, move: mayTendPlaces },
	'/werkstatt/meldungen/[number]': { default: mayAnswerTickets },
	'/werkstatt/orte': { default: mayTendPlaces },
	'/werkstatt/orte/[place]': {
		...{ join: mayTendPlaces, leave: mayTendPlaces, rename: mayTendPlaces, close: mayTendPlaces }
	},
	'/werkstatt/organisationen': { default: mayTendOrganisations },
	'/werkstatt/organisationen/[id]': {
		...{ rename: mayTendOrganisations, merge: mayTendOrganisations, end: mayTendOrganisations }
	},
	'/werkstatt/phasen/[phase]': { default: mayManagePhases },
	'/werkstatt/phasen/[phase]/[change]': {
		...{ change: mayManagePhases, ask: mayManagePhases },
		...{ approve: mayManagePhases, takeBack: mayManagePhases }
	},
	'/werkstatt/stapel': { open: mayDistil, undo: mayDistil },
	'/werkstatt/stapel/[number]': {
		...{ describe: mayDistil, mark: mayDistil, takeOut: mayDistil, split: mayDistil },
		...{ merge: mayDistil, lead: mayDraft, remark: mayDistil, undo: mayDistil }
	},
	'/werkstatt/stapel/verlauf': { undo: mayDistil },
	'/werkstatt/team': {
		...{ give: mayManageStaff, take: mayManageStaff, block: mayManageStaff, unblock: mayManageStaff },
		...{ link: mayManageStaff, factor: mayManageStaff }
	},
	'/werkstatt/team/neu': { default: mayManageStaff },
	'/werkstatt/treffen': { default: mayRecord },
	'/werkstatt/treffen/[number]': { change: mayRecord, hands: mayRecord, publish: publishesMeeting },
	'/werkstatt/umsetzung/[number]': { default: mayPromise },
	'/werkstatt/verbleib': { save: mayAnswer },
	'/werkstatt/verbleib/[number]': { save: mayAnswer, next: mayAnswer },
	'/werkstatt/vergleich': { default: mayRefer },
	'/werkstatt/verteilen': { put: mayDistil, assign: mayDistil, undo: mayDistil },
	'/werkstatt/verteilen/[number]': {
		...{ put: mayDistil, stay: mayDistil, uncut: mayDistil },
		...{ aside: mayDistil, assign: mayDistil, remark: mayDistil, undo: mayDistil }
	},
	'/werkstatt/widersprueche/[id]': { default: mayModerate },
	'/werkstatt/zugang': { codes: oneself, password: oneself }
};
