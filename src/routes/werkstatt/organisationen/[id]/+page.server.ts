import { seenMark } from '#lib/editState.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { MergeForm, RenameForm, SeatForm } from '#lib/people/organisations/organisation.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const organisation = await showing(organisations.tended(ctx, params.id));
	const all = await organisations.all(ctx);
	const said = all.find(({ id }) => id === organisation.id);
	return {
		organisation,
		seen: seenMark({ name: organisation.name }),
		spoken: said !== undefined && said.positions + said.contributions > 0,
		others: all.filter(({ id }) => id !== organisation.id).map(({ id, name }) => ({ value: id, label: name }))
	};
};

export const actions = {
	rename: (event) =>
		act(event, RenameForm, async (ctx, form) => {
			await organisations.rename(ctx, event.params.id, form);
			return `/werkstatt/organisationen/${event.params.id}?ok=organisationRenamed`;
		}),
	end: (event) =>
		act(event, SeatForm, async (ctx, form) => {
			await organisations.endSeat(ctx, event.params.id, form);
			return `/werkstatt/organisationen/${event.params.id}?ok=seatEnded#plaetze`;
		}),
	merge: (event) =>
		act(event, MergeForm, async (ctx, { into }) => {
			await organisations.merge(ctx, event.params.id, into);
			return `/werkstatt/organisationen/${into}?ok=organisationsMerged`;
		})
};
