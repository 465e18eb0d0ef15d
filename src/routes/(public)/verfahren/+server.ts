import { redirect } from '@sveltejs/kit';

/** The list of processes this once was: one installation has one process, and it stands on the start page. */
export const GET = () => redirect(308, '/');
