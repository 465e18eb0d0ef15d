import { DEFAULT_PROFILE } from './default.ts';
import type { Profile } from './profile.ts';

let fallback = DEFAULT_PROFILE;
let ask: () => Profile | undefined = () => undefined;

/**
 * The profile of the request, the chore or the command that is being done: for names and choices on pages and papers. A
 * verb that counts or decides asks `profile.current(ctx)` instead and hands its rules what they need.
 */
export const currentProfile = (): Profile => ask() ?? fallback;

/** Says where `currentProfile` looks. Called once by the door. */
export function lookUpProfileBy(source: () => Profile | undefined): void {
	ask = source;
}

/** For what runs on after the request that began it, as a file that is still being sent. */
export function fallBackOn(profile: Profile): void {
	fallback = profile;
}
