/** Pages are read without script. A form that script makes smoother says so itself. */
export const csr = false;
