@echo off
rem The front door of Async Kata on Windows: finds a JDK, builds the grader when it has to, and starts it.
rem Needs nothing but a JDK 21 or newer and, for the first start, Maven.
setlocal EnableExtensions EnableDelayedExpansion
chcp 65001 >nul
set "root=%~dp0"
set "root=%root:~0,-1%"
set "jar=%root%\grader\target\grader.jar"
set "stamp=%root%\grader\target\kata.built"

set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined jdk for /f "delims=" %%j in ('where java 2^>nul') do if not defined jdk call :try "%%~dpj.."
for %%b in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps\temurin-lts-jdk") do (
    if not defined jdk if exist "%%~b" for /f "delims=" %%h in ('dir /b /ad /o-n "%%~b" 2^>nul') do if not defined jdk call :try "%%~b\%%h"
)
if not defined jdk (
    echo kata: no JDK 21 or newer was found. Install one, for example Temurin 25, or set JAVA_HOME to where it is, and try again. 1>&2
    exit /b 2
)

call :built
if errorlevel 1 (
    where mvn >nul 2>nul
    if errorlevel 1 (
        echo kata: Maven was not found, and kata needs it once, to build itself. Install Maven 3.8 or newer and try again. 1>&2
        exit /b 2
    )
    echo kata: building the grader; this is done once and takes a minute ... 1>&2
    if not exist "%root%\.kata" mkdir "%root%\.kata"
    set "JAVA_HOME=!jdk!"
    call mvn -B -q -f "%root%\pom.xml" -pl grader -am -Dmaven.test.skip=true package >"%root%\.kata\build.log" 2>&1
    if errorlevel 1 (
        findstr /c:"ERROR" "%root%\.kata\build.log" 1>&2
        echo kata: the grader could not be built; the whole log is "%root%\.kata\build.log". 1>&2
        exit /b 2
    )
    type nul >"%stamp%"
)

set "class_path=%jar%"
for %%l in ("%root%\grader\target\lib\*.jar") do set "class_path=!class_path!;%%~fl"
set "terminal=true"
if defined CI set "terminal=false"
"%jdk%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx1g -Xlog:disable -Xlog:all=error:stderr ^
    --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dfile.encoding=UTF-8 ^
    "-Dkata.root=%root%" -Dkata.terminal=%terminal% -Dkata.stdin-terminal=%terminal% -cp "%class_path%" kata.grader.cli.Main %*
exit /b %errorlevel%

rem Takes a folder for the JDK if it holds a compiler and its release file names a version that is new enough.
:try
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "version=%%~v"
set "version=%version:"=%"
if %version% GEQ 21 set "jdk=%~f1"
exit /b 0

rem Succeeds if the grader is built and no source of it is newer.
:built
if not exist "%jar%" exit /b 1
if not exist "%stamp%" exit /b 1
powershell -NoProfile -Command "$s=(Get-Item -LiteralPath '%stamp%').LastWriteTimeUtc; $n=Get-ChildItem -LiteralPath '%root%\grader\src\main','%root%\exercises\testkit\src\main','%root%\pom.xml','%root%\grader\pom.xml' -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
exit /b %errorlevel%
