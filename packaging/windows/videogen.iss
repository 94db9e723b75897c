; The installer for Windows, for one user: it asks for no administrator.
; windows/build_installer.py compiles it and says with /D what stands in another place already:
; Version, AppUserModelID, RunningMutex, Folder, Icon, OutputFolder and OutputName.

#define Name "VideoGen Desktop"
#define Program "videogen-desktop.exe"

[Setup]
; By this one Windows knows an update from another program: it never changes.
AppId={{985C5548-98F2-460E-A3D0-E7DDCF1B2DCA}
AppName={#Name}
AppVersion={#Version}
AppPublisher=VideoGen Desktop contributors
VersionInfoVersion={#Version}
VersionInfoDescription={#Name}
; {autopf} is the same for one user, and Wine does not know it.
DefaultDirName={localappdata}\Programs\{#Name}
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Qt's oldest one: 1809.
MinVersion=10.0.17763
DisableProgramGroupPage=yes
DisableReadyPage=yes
ShowLanguageDialog=auto
WizardStyle=modern
; A program that runs is named before files are replaced, and closed by Restart Manager.
AppMutex={#RunningMutex}
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
SetupIconFile={#Icon}
UninstallDisplayName={#Name}
UninstallDisplayIcon={app}\{#Program}
OutputDir={#OutputFolder}
OutputBaseFilename={#OutputName}

[Languages]
; The first one is for whoever has neither.
Name: "vi"; MessagesFile: "Vietnamese.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; What an earlier version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
; Notifications and the taskbar's groups go by the program's id, which must be the same here.
Name: "{userprograms}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "{#AppUserModelID}"
Name: "{userdesktop}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "{#AppUserModelID}"; Tasks: desktopicon

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
