/// <reference types="vite/client" />

/** The edges of the state figure, put in when the pages are built (stateEdges.ts). */
declare const STATE_EDGES: [from: string, to: string, by: string][]
