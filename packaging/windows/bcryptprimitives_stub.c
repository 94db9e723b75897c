/* Wine 8 lacks bcryptprimitives.dll, which programs in Rust ask for random numbers. For `make
   wine-smoke` alone, and never shipped. */
__declspec(dllimport) unsigned char SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int ProcessPrng(void *buffer, unsigned long long length)
{
    return SystemFunction036(buffer, (unsigned long)length);
}
