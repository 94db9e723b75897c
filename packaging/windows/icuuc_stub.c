/* Wine lacks icuuc.dll, which Windows has since 2017 and Qt6Core asks for converters of code pages.
   With this one it finds none and uses its own. For `make wine-smoke` alone, and never shipped. */
#define API __declspec(dllexport)
typedef void *Converter;
typedef void (*Callback)(void);
enum { FILE_ACCESS_ERROR = 4 };

API Converter ucnv_open(const char *name, int *error) { *error = FILE_ACCESS_ERROR; return 0; }
API void ucnv_close(Converter one) {}
API void ucnv_reset(Converter one) {}
API signed char ucnv_getMaxCharSize(Converter one) { return 1; }
API const char *ucnv_getName(Converter one, int *error) { return 0; }
API void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
API void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
API void ucnv_getToUCallBack(Converter one, Callback *action, const void **context) {}
API void ucnv_getFromUCallBack(Converter one, Callback *action, const void **context) {}
API void ucnv_setToUCallBack(void) {}
API void ucnv_setFromUCallBack(void) {}
API void ucnv_cbToUWriteUChars(void) {}
API void ucnv_cbFromUWriteUChars(void) {}
API void ucnv_toUnicode(void) {}
API void ucnv_fromUnicode(void) {}
API int ucnv_toUCountPending(Converter one, int *error) { return 0; }
API int ucnv_fromUCountPending(Converter one, int *error) { return 0; }
API const char *ucnv_getStandardName(const char *n, const char *s, int *error) { return 0; }
API const char *ucnv_getAvailableName(int index) { return 0; }
API int ucnv_countAvailable(void) { return 0; }
