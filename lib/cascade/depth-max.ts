/**
 * Generations below a seed that a share may stand at. The deepest trees that were published, chain letters by e-mail,
 * have some hundreds; those of social networks 25 or so. Each share costs as much as it is deep.
 */
export const DEPTH_MAX = 1000;
