import { shownApprovals } from '#lib/approvals/shown.ts';
import { isOpen } from '#lib/board/board.ts';
import * as board from '#lib/board/board.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import {
	ApproveForm,
	mayApprove,
	mayAsk,
	mayPublish,
	PublishForm,
	VersionForm,
	type Condition
} from '#lib/publishing/publishing.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import { JustifyForm, mayJustify } from '#lib/representation/representation.ts';
import * as representation from '#lib/representation/representation.server.ts';
import { seenMark } from '#lib/editState.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { mayDraft, mayReadDraft, WaiverForm } from '#lib/strategy/drafts/draft.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { CHECKS } from '#lib/strategy/versions/comprehension.ts';
import { explain, fill, t } from '#lib/texts/texts.ts';
import { obey } from '#lib/verdict.ts';
import { saved } from '../entwurf/saved.ts';

const desk = '/werkstatt/freigabe';
/** As many answers as can be mended one by one; beyond that, in the list. */
const SHOWN = 10;

/** Where what is not met is mended. */
function mendLinks({ adrift, facts, conditions }: publishing.Gate) {
	const words = t.publishing.mend;
	const unmet = new Set(conditions.filter(({ state }) => state !== 'met').map(({ key }) => key));
	const link = (key: Condition['key'], href: string, label: string) =>
		unmet.has(key) ? { [key]: [{ href, label }] } : {};
	const answer = ({ number, title }: { number: number; title: string }) => ({
		href: `/werkstatt/verbleib/${number}`,
		label: fill(words.answer, { number, title })
	});
	const point = (number: number) => ({
		href: `/werkstatt/entwurf/punkte/${number}`,
		label: fill(words.point, { number })
	});
	const more = adrift.length > SHOWN ? [{ href: '/werkstatt/verbleib', label: words.more }] : [];
	return {
		...link('points', '/werkstatt/entwurf', words.draft),
		...link('answers', '/werkstatt/verbleib', words.answers),
		...link('amendments', '/werkstatt/entwurf/aenderungen', words.amendments),
		...link('understood', '/werkstatt/entwurf/verstanden', words.understood),
		...link('represented', '/werkstatt/vertretung', words.represented),
		...link('omitted', '/werkstatt/entwurf/fehlendes', words.omitted),
		...link('board', '/werkstatt/beirat', words.board),
		...link('easy', '/werkstatt/entwurf#f-easy', words.easy),
		...(facts.bare.length > 0 && { sources: facts.bare.map(point) }),
		...(adrift.length > 0 && { places: [...adrift.slice(0, SHOWN).map(answer), ...more] })
	};
}

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	if (!draft) return { gate: null, draft: null, board: null, mend: {} };
	const gate = await publishing.readForApproval(ctx, draft.id);
	const { facts, versionId, number, title, conditions, state } = gate;
	const approvals = shownApprovals(gate.approvals);
	const round = await board.roundOf(ctx, draft.id);
	return {
		mend: mendLinks(gate),
		gate: { versionId, number, title, state, conditions, approvals, lacking: facts.lacking },
		board: gate.said?.statement.asked ? { ...gate.said, open: isOpen(round) } : null,
		draft: {
			marks: { version: draft.id, revision: draft.revision },
			waived: draft.waived,
			seen: Object.fromEntries(CHECKS.map((check) => [check, seenMark(strategy.waiverState(draft.waived, check))])),
			chosen: gate.chosen,
			justify: mayJustify(ctx.person, draft).ok,
			owed: gate.owed.map((violation) => {
				const state = representation.justifyState(draft.justified, violation.cluster);
				return { ...violation, seen: seenMark(state) };
			}),
			checks: mayDraft(ctx.person).ok
				? CHECKS.filter((check) => conditions.some(({ key, state }) => key === check && state !== 'met'))
				: []
		},
		mayAsk: mayAsk(ctx.person, facts).ok,
		whyNotApprove: explain(mayApprove(ctx.person, facts)),
		whyNotPublish: explain(mayPublish(ctx.person, facts))
	};
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));

export const actions = {
	ask: (event) =>
		act(event, VersionForm, async (ctx, { version }) => {
			await publishing.ask(ctx, version);
			return `${desk}?ok=approvalAsked`;
		}),
	waive: (event) =>
		act(event, WaiverForm, async (ctx, form) => {
			await strategy.waive(ctx, form);
			return `${desk}?ok=${await saved(ctx, form.version, 'checkWaived')}`;
		}),
	justify: (event) =>
		act(event, JustifyForm, async (ctx, form) => {
			await representation.justify(ctx, form);
			return `${desk}?ok=violationJustified`;
		}),
	approve: (event) =>
		act(event, ApproveForm, async (ctx, { version, state }) => {
			await publishing.approve(ctx, version, state);
			return `${desk}?ok=approvalGiven`;
		}),
	takeBack: (event) =>
		act(event, VersionForm, async (ctx, { version }) => {
			await publishing.takeApprovalBack(ctx, version);
			return `${desk}?ok=approvalTakenBack`;
		}),
	publish: (event) =>
		act(event, PublishForm, async (ctx, { version, lacking }) => {
			const { number } = await publishing.publish(ctx, version, lacking);
			return `/fassungen/${number}?ok=versionPublished`;
		})
};
