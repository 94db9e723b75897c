/* Stands in for the official runtime of an AppImage, which no registry has: mounts the squashfs
   behind its own end, as that one does, but with the system's squashfuse. It runs AppRun in there
   with APPDIR, APPIMAGE and ARGV0, waits for its end, and unmounts. */
#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int run(char *const words[])
{
    int status = 1;
    if (fork() == 0) {
        execvp(words[0], words);
        _exit(127);
    }
    wait(&status);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int count, char **words)
{
    char image[4096] = "", folder[] = "/tmp/.mount_XXXXXX", offset[64], program[64];
    Elf64_Ehdr header;
    FILE *own = fopen("/proc/self/exe", "rb");
    if (count < 1 || !own || fread(&header, sizeof header, 1, own) != 1 || !mkdtemp(folder))
        return 125;
    if (readlink("/proc/self/exe", image, sizeof image - 1) < 0)
        return 125;
    /* The table of sections is the last of what a linker writes. */
    sprintf(offset, "offset=%lu", header.e_shoff + (unsigned long)header.e_shentsize * header.e_shnum);
    if (run((char *[]){"squashfuse", "-o", offset, image, folder, NULL}) != 0)
        return 125;
    setenv("APPDIR", folder, 1);
    setenv("APPIMAGE", image, 1);
    setenv("ARGV0", words[0], 1);
    sprintf(program, "%s/AppRun", folder);
    words[0] = program;
    int code = run(words);
    run((char *[]){"fusermount", "-u", "-z", folder, NULL});
    rmdir(folder);
    return code;
}
