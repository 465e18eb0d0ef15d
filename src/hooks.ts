import type { Reroute } from '@sveltejs/kit';
import { localPath } from '#lib/texts/locales/address.ts';

/** One page for every language: which one is said by the first part of the address. */
export const reroute: Reroute = ({ url }) => localPath(url.pathname).route;
