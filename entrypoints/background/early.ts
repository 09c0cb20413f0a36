/**
 * Has the browser open the files of our database, which takes it some 20 ms when nobody used them for a
 * while: about as long as it takes to evaluate this worker's script. Dexie asks for the database
 * only when that is over. To be imported before everything else, and to import nothing.
 */
// Where there is no database, Dexie says so when it is asked.
globalThis.indexedDB?.databases?.().catch(() => {});
