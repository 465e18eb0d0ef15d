import { redirect } from '@sveltejs/kit';

/** Whoever shortens the address of a point comes to the newest version, where all of them are. */
export const GET = () => redirect(308, '/strategie');
