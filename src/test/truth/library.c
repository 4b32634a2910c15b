/* A shared library that somebody ships. */
#ifdef NEEDS
#define TEXT(name) #name
#define TEXT_OF(name) TEXT(name)
extern char needed_symbol[] __asm__(TEXT_OF(NEEDS));
void *needed = needed_symbol;
#endif

int answer(void) { return 42; }
