import { mayManageBoard } from '#lib/board/board.ts';
import { mayDraftCall, mayReadDrafts } from '#lib/calls/call.ts';
import { mayApproveKind } from '#lib/approvals/approval.ts';
import { mayAnswer } from '#lib/answers/answer.ts';
import { mayManageClosure } from '#lib/closure/closure.ts';
import { mayManagePhases } from '#lib/consultations/phases/phases.ts';
import { mayManageProcess } from '#lib/consultations/process.ts';
import { mayDistil } from '#lib/distillation/desk/workItem.ts';
import { mayImport } from '#lib/importJobs/importJob.ts';
import { mayReadOwn } from '#lib/positionPapers/positionPaper.ts';
import { mayModerate } from '#lib/moderation/screening.ts';
import { mayIssueCards, mayRevoke } from '#lib/people/cards/batch.ts';
import { mayTendOrganisations } from '#lib/people/organisations/organisation.ts';
import { mayTendPlaces } from '#lib/people/places/place.ts';
import { mayTakePart } from '#lib/people/participant.ts';
import { hasRole, type Person } from '#lib/people/person.ts';
import { mayManageStaff } from '#lib/people/staff/roles.ts';
import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { mayState } from '#lib/operator/statement.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { mayReadPreviews, mayShowDrafts } from '#lib/previews/preview.ts';
import { mayTranslate } from '#lib/translations/translation.ts';
import { mayReword } from '#lib/wording/wording.ts';
import { mayReport as mayPromise } from '#lib/promises/promise.ts';
import { mayPlanMeetings } from '#lib/recording/meetings/meeting.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { mayPublishWorkshop } from '#lib/recording/workshops/workshop.ts';
import { mayDraftReport, mayPreview } from '#lib/reports/report.ts';
import { mayDraft, mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import { mayAnswerTickets } from '#lib/tickets/ticket.ts';
import { all, no, noWhen, yes, type Verdict } from '#lib/verdict.ts';
import { mayRefer } from '#lib/votes/participation/participation.ts';

export type Who = (person: Person | null) => Verdict;

const anyone: Who = () => yes;
/** Of one's own: whoever is signed in, whatever they do here. */
const profile: Who = (person) => mayChangeProfile(person?.roles ?? null);
const oneself: Who = (person) => noWhen(person === null, 'signInFirst');
const participant: Who = (person) => mayTakePart(person);
/** Counted by group, so only people do it: organisations are in none, and speak by name. */
const inAGroup: Who = (person) => all(mayTakePart(person), noWhen(Boolean(person?.organisationId), 'roleMissing'));
/** What was done before a role came can be taken back. */
const ofAPerson: Who = (person) => all(oneself(person), noWhen(Boolean(person?.organisationId), 'roleMissing'));
/** Only whoever has just given the right password: of those here nobody has. */
const atTheDoor: Who = () => no('signInFirst');
/** Only whoever has a link; of those here nobody has one. */
const noLink: Who = () => no('signInFirst');
/** Who writes the draft, and who lets it out. */
const asksForApproval: Who = (person) =>
	all(oneself(person), noWhen(!hasRole(person, 'moderator', 'editor', 'publisher'), 'roleMissing'));
const approvesVersion: Who = (person) => mayApproveKind(person, 'version');
const approvesCall: Who = (person) => mayApproveKind(person, 'call');
const addends: Who = (person) => mayApproveKind(person, 'addendum');
const approvesReport: Who = (person) => mayApproveKind(person, 'report');
/** What measures cost. */
const preparesPriorities: Who = (person) => all(oneself(person), noWhen(!hasRole(person, 'editor'), 'roleMissing'));
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
	'/aendern/[kind]/[which]': { default: oneself },
	'/beitraege/[number]/zurueckziehen': { default: oneself },
	'/beitragen': { next: participant, save: participant, remove: oneself },
	'/beitragen/[draft]/thema': { default: participant },
	'/beitragen/[draft]/titel': { default: participant },
	'/beitragen/[draft]/lesen': { default: oneself },
	'/beitragen/[draft]/pruefen': { send: participant, support: participant },
	'/kommentare/[id]': { default: oneself },
	'/meine-daten': { forget: oneself, end: oneself, allow: oneself, withdraw: oneself },
	'/meine-daten/loeschen': { default: anyone },
	'/meine-daten/loeschen/bestaetigen': { default: oneself },
	'/meine': { takeOver: participant },
	'/meine/neu': { seen: oneself },
	'/meine/nachrichten': { mail: participant, change: oneself, stop: oneself, feed: participant, stopFeed: oneself },
	'/nachrichten/[token]': { confirm: noLink, stop: noLink },
	'/meine/verstanden': { answer: participant },
	'/meine/beirat': { say: participant, leave: oneself },
	'/beirat/[token]': { default: inAGroup },
	'/uebernehmen': { default: anyone },
	'/widerspruch/[decision]': { default: oneself },
	'/aenderungen/[number]': {
		previewComment: participant,
		comment: participant,
		support: participant,
		withdraw: oneself
	},
	'/barriere-melden': { default: anyone },
	'/beitraege/[number]': { previewComment: participant, comment: participant, support: participant },
	'/inhalt-melden': { default: anyone },
	'/meldung': { default: anyone },
	'/punkte/[number]': { vote: participant, previewComment: participant, comment: participant },
	'/punkte/[number]/aendern': { send: participant, preview: participant },
	'/punkte/[number]/nachrichten': { default: anyone },
	'/wie-war-es/[phase]': { say: inAGroup, takeBack: ofAPerson },
	'/vorrang': { cast: inAGroup, takeBack: ofAPerson },
	'/werkstatt/abschluss': {
		...{ ask: mayManageClosure, approve: mayManageClosure, takeBack: mayManageClosure, close: mayManageClosure }
	},
	'/werkstatt/angaben': { save: mayState, preview: mayState },
	'/werkstatt/ansichten': { save: mayModerate, remove: mayEnterWorkshop },
	'/werkstatt/angaben/verlauf': { restore: mayState },
	'/werkstatt/profil': { restore: profile },
	'/werkstatt/profil/aussehen': { save: profile, preview: profile, restore: profile },
	'/werkstatt/profil/bilder': { put: profile, preview: profile, remove: profile, restore: profile },
	'/werkstatt/profil/datei': { file: profile, previewFile: profile, shipped: profile, preview: profile },
	'/werkstatt/profil/gruppen': { save: profile, preview: profile, restore: profile },
	'/werkstatt/profil/namen/[list]': { save: profile, preview: profile, restore: profile },
	'/werkstatt/profil/orte': { save: profile, preview: profile, restore: profile },
	'/werkstatt/profil/woerter': { save: profile, preview: profile, restore: profile },
	'/werkstatt/uebersetzungen/[locale]': { file: mayTranslate },
	'/werkstatt/uebersetzungen/[locale]/[kind]/[key]': { save: mayTranslate, take: mayTranslate },
	'/werkstatt/texte/[key]': { save: mayReword, preview: mayReword },
	'/werkstatt/aufrufe/[number]': {
		...{ move: mayDraftCall, remove: mayDraftCall, ask: mayDraftCall },
		...{ approve: approvesCall, takeBack: mayReadDrafts, publish: approvesCall }
	},
	'/werkstatt/aufrufe/[number]/[item]': { default: mayDraftCall },
	'/werkstatt/aufrufe/[number]/kopf': { default: mayDraftCall },
	'/werkstatt/aufrufe/[number]/neu': { default: mayDraftCall },
	'/werkstatt/aufrufe/neu': { default: mayDraftCall },
	'/werkstatt/beirat': {
		...{ invite: mayManageBoard, withdraw: mayManageBoard, quorum: mayManageBoard },
		...{ open: mayManageBoard, close: mayManageBoard }
	},
	'/werkstatt/berichte': {
		...{ begin: mayDraftReport, change: mayDraftReport, recount: mayDraftReport, discard: mayDraftReport },
		...{ ask: mayDraftReport, approve: approvesReport, takeBack: mayPreview, publish: approvesReport }
	},
	'/werkstatt/berichtigungen/[id]': {
		...{ ask: addends, approve: addends, takeBack: addends, publish: addends, discard: addends }
	},
	'/werkstatt/berichtigungen/aufheben/[number]': { default: addends },
	'/werkstatt/berichtigungen/neu/[kind]/[number]': { correct: addends, remove: addends, withdraw: addends },
	'/werkstatt/eingang': { publish: mayModerate, reject: mayModerate, undo: mayModerate, take: mayModerate },
	'/werkstatt/eingang/[kind]/[id]': {
		...{ summarise: mayModerate, decide: mayModerate, edition: mayModerate, take: mayModerate }
	},
	'/werkstatt/entwurf': { start: mayDraft, head: mayDraft, move: mayDraft, restore: mayDraft },
	'/werkstatt/entwurf/aenderungen/[number]': { decide: mayDraft, reopen: mayDraft },
	'/werkstatt/entwurf/buendeln': { bundle: mayDraft },
	'/werkstatt/entwurf/punkte/[number]': {
		...{ reword: mayDraft, sources: mayDraft, remove: mayDraft, note: mayDraft, measure: mayDraft },
		...{ unmeasure: mayDraft, split: mayDraft, merge: mayDraft, take: mayDraft, leave: mayDraft },
		...{ drop: mayDraft, restore: mayDraft, discard: mayDraft }
	},
	'/werkstatt/entwurf/punkte/neu': { add: mayDraft },
	'/werkstatt/entwurf/fehlendes': { explain: mayDraft },
	'/werkstatt/entwurf/verstanden': { open: mayDraft, close: mayDraft },
	'/werkstatt/erfassen': { default: mayRecord },
	'/werkstatt/erfassen/bewertung': { default: mayRecord },
	'/werkstatt/erfassen/vorrang': { default: mayRecord },
	'/werkstatt/erfassen/kommentar': { default: mayRecord },
	'/werkstatt/erfassen/liste': { default: mayRecord },
	'/werkstatt/erfassen/stimmen': { default: mayRecord },
	'/werkstatt/erfassen/stimmen/einlesen': { default: mayRecord },
	'/werkstatt/erfassen/stimmen/einlesen/[scan]': { count: mayRecord, discard: mayRecord },
	'/werkstatt/erfassen/stimmen/liste': { default: mayRecord },
	'/werkstatt/erfassen/viele': { default: mayRecord },
	'/werkstatt/freigabe': {
		...{ ask: asksForApproval, waive: mayDraft, justify: approvesVersion, approve: approvesVersion },
		...{ takeBack: mayReadDraft, publish: approvesVersion }
	},
	'/werkstatt/treffen/termine': { default: mayPlanMeetings },
	'/werkstatt/treffen/termine/[meeting]': { change: mayPlanMeetings, cancel: mayPlanMeetings },
	'/dank': { default: participant },
	'/werkstatt/karten/dank': { book: mayIssueCards, grant: mayManageStaff, limit: mayManageStaff },
	'/werkstatt/karten/ort/[place]': { default: mayIssueCards },
	'/werkstatt/karten': { issue: mayIssueCards, find: mayIssueCards, revoke: mayRevoke },
	'/werkstatt/karten/[batch]/neues': { default: mayIssueCards },
	'/werkstatt/karten/[batch]': { replace: mayIssueCards, block: mayIssueCards, move: mayTendPlaces },
	'/werkstatt/meldungen/[number]': { default: mayAnswerTickets },
	'/werkstatt/importe': { default: mayImport },
	'/werkstatt/importe/gespraech': { default: mayImport },
	'/werkstatt/importe/[job]': { choose: mayImport, start: mayImport, cancel: mayImport, takeBack: mayImport },
	'/werkstatt/orte': { default: mayTendPlaces },
	'/werkstatt/orte/[place]': {
		...{ join: mayTendPlaces, leave: mayTendPlaces, rename: mayTendPlaces, close: mayTendPlaces }
	},
	'/werkstatt/organisationen': { default: mayTendOrganisations },
	'/werkstatt/organisationen/[id]': {
		...{ rename: mayTendOrganisations, merge: mayTendOrganisations, end: mayTendOrganisations }
	},
	'/werkstatt/phasen': { move: mayManageProcess },
	'/werkstatt/phasen/neu': { add: mayManageProcess, preview: mayManageProcess },
	'/werkstatt/phasen/[phase]': {
		...{ dates: mayManagePhases, previewDates: mayManagePhases },
		...{ words: mayManageProcess, preview: mayManageProcess, remove: mayManageProcess }
	},
	'/werkstatt/phasen/[phase]/[change]': {
		...{ change: mayManagePhases, ask: mayManagePhases },
		...{ approve: mayManagePhases, takeBack: mayManagePhases }
	},
	'/werkstatt/verfahren': {
		...{ previewWords: mayManageProcess, previewField: mayManageProcess, previewQuestion: mayManageProcess },
		...{ words: mayManageProcess, addField: mayManageProcess, moveField: mayManageProcess },
		...{ addQuestion: mayManageProcess, moveQuestion: mayManageProcess }
	},
	'/werkstatt/verfahren/neu': { default: mayManageProcess },
	'/werkstatt/verfahren/verlauf': { undo: mayManageProcess },
	'/werkstatt/verfahren/themen/[field]': {
		...{ change: mayManageProcess, preview: mayManageProcess },
		...{ end: mayManageProcess, remove: mayManageProcess }
	},
	'/werkstatt/verfahren/fragen/[question]': {
		preview: mayManageProcess,
		...{ change: mayManageProcess, end: mayManageProcess, remove: mayManageProcess }
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
	'/werkstatt/treffen/[number]/fotos': { add: mayRecord, remove: mayRecord },
	'/werkstatt/treffen/[number]': {
		...{ change: mayRecord, hands: mayRecord, reading: mayRecord, removeReading: mayRecord },
		publish: publishesMeeting
	},
	'/werkstatt/umsetzung/[number]': { default: mayPromise },
	'/werkstatt/verbleib': { save: mayAnswer, undo: mayAnswer },
	'/werkstatt/verbleib/[number]': { save: mayAnswer, next: mayAnswer },
	'/werkstatt/vergleich': { default: mayRefer },
	'/stellungnahmen': { default: mayReadOwn },
	'/stellungnahmen/[id]': { send: mayReadOwn, remove: mayReadOwn },
	'/werkstatt/vorschau': { make: mayShowDrafts, revoke: mayReadPreviews },
	'/werkstatt/kampagnen/[number]': { publish: mayModerate, put: mayDistil, answer: mayAnswer },
	'/werkstatt/verteilen': { put: mayDistil, assign: mayDistil, undo: mayDistil },
	'/werkstatt/verteilen/[number]': {
		...{ put: mayDistil, stay: mayDistil, uncut: mayDistil },
		...{ aside: mayDistil, assign: mayDistil, remark: mayDistil, undo: mayDistil }
	},
	'/werkstatt/widersprueche/[id]': { default: mayModerate },
	'/werkstatt/vorrang': { default: preparesPriorities },
	'/werkstatt/vorrang/[phase]': { default: preparesPriorities },
	'/werkstatt/zugang': { codes: oneself, password: oneself }
};
